// The core travels without what only a debugger reads: names of functions and the address of its source map are custom sections of the module,
// of which the format says that leaving them out changes nothing. The server's copy keeps them, for traces of traps.
const MAGIC_BYTES = 8;
const CUSTOM = 0;

export default function core() {
  return {
    name: 'core-without-names',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.fileName.endsWith('.wasm')) file.source = withoutNames(file.source);
    },
  };
}

/** A module is its magic, then sections: a byte of kind, a LEB128 of how many bytes follow, and those. */
function withoutNames(bytes) {
  const kept = [bytes.subarray(0, MAGIC_BYTES)];
  for (let at = MAGIC_BYTES; at < bytes.length; ) {
    const start = at;
    let size = 0;
    let byte = 0x80;
    for (let shift = 0; byte & 0x80; shift += 7) {
      byte = bytes[++at];
      size |= (byte & 0x7f) << shift;
    }
    at += 1 + size;
    if (bytes[start] !== CUSTOM) kept.push(bytes.subarray(start, at));
  }
  return Buffer.concat(kept);
}
