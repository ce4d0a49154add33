// Runs before anything else, on whatever Node there is, so it is plain JavaScript of long ago.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `TRC Desk needs Node 24.15 or newer; this is Node ${process.versions.node}. Install it from your system's package source or nodejs.org, then run the command again.`,
  );
  process.exit(1);
}
