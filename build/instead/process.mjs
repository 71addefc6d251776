// @ts-check
// The same object, without a copy of its properties.
export default process;
export const { cwd, env } = process;
