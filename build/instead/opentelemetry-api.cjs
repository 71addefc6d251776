// prom-client asks for the current span where a metric has exemplars, which none has here.
module.exports = { trace: { getSpan() {} }, context: { active() {} } };
