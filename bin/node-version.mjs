// Imported first by every command. Written for any Node that knows modules, so that the sentence below can be
// read there too: no newer syntax, no "node:" imports.
const needed = [20, 19];
const running = process.versions.node.split('.').map(Number);

if (running[0] < needed[0] || (running[0] === needed[0] && running[1] < needed[1])) {
  console.error(
    'Gương Sáng cần Node.js từ ' +
      needed.join('.') +
      ' trở lên; máy này đang dùng ' +
      process.versions.node +
      '.\n' +
      'Hãy cài bản mới tại https://nodejs.org rồi chạy lại.\n' +
      '(Node.js ' +
      needed.join('.') +
      ' or newer is needed; this is ' +
      process.versions.node +
      '.)',
  );
  process.exit(1);
}
