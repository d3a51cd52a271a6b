#!/bin/sh
# The picture in the README: the top of the demo's page in headless Chromium. Run after `make demo`.
set -eu
cd "$(dirname "$0")/.."
page=${1:-demo-out/index.html}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --user-data-dir="$profile" --hide-scrollbars \
  --window-size=1280,1400 --screenshot=docs/demo-page.png "file://$(realpath "$page")" >/dev/null 2>&1
echo "docs/demo-page.png is new."
