# Runs a check by a Node of our line. What cannot be checked here is said and let through: CI looks at everything.
tool=$1
shift
if ! command -v node >/dev/null 2>&1; then
  echo "Not checked before the commit: node is not on the path." >&2
elif [ ! -f "node_modules/$tool" ]; then
  echo "Not checked before the commit: run \"npm ci\" first, then the hooks can work." >&2
else
  npm_config_loglevel=silent node tools/node.mjs "node_modules/$tool" "$@"
fi
