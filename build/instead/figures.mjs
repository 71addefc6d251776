// ink-select-input takes one of the 200 symbols, as the default of a component that the program replaces.
export default { pointer: "❯" };
