// What web/icons.plugin.mjs makes: icon name -> SVG path data on a 256 grid.
declare module 'virtual:icons' {
  const paths: Readonly<Record<string, string>>;
  export default paths;
}
declare module 'virtual:icons/items' {
  const paths: Readonly<Record<string, string>>;
  export default paths;
}
