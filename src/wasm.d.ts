// The built core is imported as a compiled module: workerd compiles nothing at run time.
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
