# What the machine has, and how to get the rest. Sourced by ./dev; every need_* function is quick when nothing lacks.

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# version_at_least 3.25.1 3.25
version_at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]; }

# need_packages PACKAGE... : installs Debian packages, or names them where that cannot be done.
need_packages() {
  (($#)) || return 0
  local as_root=()
  if ((EUID != 0)); then as_root=(sudo); fi
  if ! has apt-get || { ((EUID != 0)) && ! has sudo; }; then
    say "These are missing (named as Debian packages): $*" >&2
    fail "Please install them and run ./dev again; it installs by itself on Debian and Ubuntu, as root or with sudo."
  fi
  say "Installing with apt-get: $*"
  local log=.cache/apt.log
  mkdir -p .cache
  # One look at the package lists serves the whole run.
  if ! { { [[ $(find .cache/apt-lists-read -mmin -60 2>/dev/null) ]] || "${as_root[@]}" apt-get update; } &&
    touch .cache/apt-lists-read && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "apt-get could not install them; the whole log is in $log."
  fi
}

# missing_commands COMMAND:PACKAGE... prints the packages whose command is not there.
missing_commands() {
  local pair
  for pair in "$@"; do has "${pair%%:*}" || printf '%s\n' "${pair##*:}"; done
}

need_cmake() {
  # shellcheck disable=SC2046 # one word per package
  need_packages $(missing_commands cmake:cmake ninja:ninja-build g++:g++)
  local version
  version=$(cmake --version | sed -n '1s/[^0-9]*//p')
  version_at_least "$version" 3.25 || fail "CMake 3.25 or newer is needed; this is $version."
}

need_headers() {
  local header found package
  for package in libxtensor-dev:xtensor "$@"; do
    found=
    for header in /usr/include /usr/local/include; do [[ -d $header/${package##*:} ]] && found=yes; done
    [[ $found ]] || need_packages "${package%%:*}"
  done
}

# An emcc on the PATH comes before the distribution's.
need_emscripten() {
  has emcc || need_packages emscripten
  local version
  version=$(emcc --version | sed -n '1s/.*) \([0-9.]*\).*/\1/p')
  version_at_least "$version" 3.1.6 || fail "Emscripten 3.1.6 or newer is needed; $(command -v emcc) is $version."
  local cache
  cache=$(em-config CACHE)
  # emcc builds some of its own libraries on first use; where it may not write beside itself, give it a copy.
  if [[ ! -w $cache ]]; then
    if [[ ! -d .cache/emscripten ]]; then cp -r "$cache" .cache/emscripten; fi
    export EM_CACHE="$PWD/.cache/emscripten"
  fi
}

node_is_new_enough() {
  has node && has npm && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)'
}

# Vite needs Node 20.19. Where the system's is older, a newer one comes as a package from the npm registry.
need_node() {
  use_own_node
  if node_is_new_enough; then return; fi
  # shellcheck disable=SC2046
  need_packages $(missing_commands npm:npm)
  if node_is_new_enough; then return; fi
  say "Installing Node into .cache/node (this machine has $(node --version))"
  mkdir -p .cache/node
  cp tools/node/package.json tools/node/package-lock.json .cache/node/
  (cd .cache/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >/dev/null
  use_own_node
  node_is_new_enough || fail "Node 20.19 or newer is needed, and there is none for this machine ($(uname -m)) to install."
}

use_own_node() {
  local folder
  for folder in "$PWD"/.cache/node/node_modules/{.bin,node-linux-*/bin}; do
    if [[ -d $folder ]]; then PATH="$folder:$PATH"; fi
  done
  hash -r
}

need_node_modules() {
  need_node
  local wanted
  wanted=$(hash_of package.json package-lock.json)
  if [[ -d node_modules && "$(stamp node_modules)" == "$wanted" ]]; then return; fi
  say "Installing the page's packages (npm ci)"
  npm ci --ignore-scripts --loglevel=error >/dev/null
  write_stamp node_modules "$wanted"
}

# hash_of PATH... : one hash over the names and contents of all files below the paths.
hash_of() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64; }
stamp() { cat ".cache/stamps/$1" 2>/dev/null || true; }
write_stamp() {
  mkdir -p .cache/stamps
  printf '%s\n' "$2" >".cache/stamps/$1"
}

# Exported networks are run with NumPy. PYTHON may name another Python than the distribution's.
need_numpy() {
  PYTHON=${PYTHON:-/usr/bin/python3}
  "$PYTHON" -c 'import numpy' 2>/dev/null || need_packages python3-numpy
  export PYTHON
}

# The browsers of the tests. CHROMIUM and FIREFOX may name others than the usual ones.
need_chromium() {
  CHROMIUM=${CHROMIUM:-$(first_command chromium chromium-browser google-chrome)}
  if [[ ! $CHROMIUM ]]; then
    need_packages chromium
    CHROMIUM=$(first_command chromium)
  fi
  export CHROMIUM
}

need_firefox() {
  FIREFOX=${FIREFOX:-$(first_command firefox-esr firefox)}
  if [[ ! $FIREFOX ]]; then
    need_packages firefox-esr
    FIREFOX=$(first_command firefox-esr)
  fi
  # Playwright speaks WebDriver BiDi with it, as Firefox knows it from version 143 on.
  local version
  version=$("$FIREFOX" --version 2>/dev/null | sed -n 's/[^0-9]*\([0-9.]*\).*/\1/p')
  version_at_least "$version" 143 ||
    fail "Firefox 143 or newer is needed; $FIREFOX is $version. On Debian it comes with the security updates: are they among the sources of apt?"
  export FIREFOX
}

need_webkit() {
  # shellcheck disable=SC2046
  need_packages $(missing_commands WebKitWebDriver:webkit2gtk-driver xvfb-run:xvfb xauth:xauth)
}

first_command() {
  local name
  for name in "$@"; do
    if has "$name"; then
      command -v "$name"
      return
    fi
  done
}

# The packages that ./dev bench measures beside ours. They are large, and nothing else needs them.
need_peers() {
  need_node
  local wanted
  wanted=$(hash_of tests/bench/package.json tests/bench/package-lock.json)
  if [[ -d tests/bench/node_modules && "$(stamp peers)" == "$wanted" ]]; then return; fi
  say "Installing the packages to compare with (npm ci in tests/bench)"
  (cd tests/bench && npm ci --ignore-scripts --loglevel=error >/dev/null)
  write_stamp peers "$wanted"
}
