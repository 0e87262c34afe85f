# Sourced by web/run and tests/run: installs what the system lacks and fetches the pinned sources.
# Every failure ends in one sentence that says what is missing and what to do.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sources=$root/build/sources

say() { printf '%s\n' "$*" >&2; }
fail() { say "zhengshe: $*"; exit 3; }

# need_space KILOBYTES FOLDER
need_space() {
  local free
  free=$(df --output=avail "$2" 2>/dev/null | tail -1) || return 0
  [ "$free" -ge "$1" ] || fail "not enough disk space: $2 has $((free / 1024)) MB free, about $(($1 / 1024)) MB are needed."
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "the packages $missing are missing, and installing them needs root or sudo; ask an administrator to install them."
  fi
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

# install_packages PACKAGE|COMMAND...: a package counts as present when it is installed or when
# the command after the bar is on the PATH (somebody's own newer tool is as good as the package).
install_packages() {
  local entry package command
  missing=
  for entry in "$@"; do
    package=${entry%%|*} command=
    case $entry in *'|'*) command=${entry#*|} ;; esac
    if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
    installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null ||
    fail "this system has no apt-get; install by hand what is missing ($(echo $missing)) and run the command again."
  need_space 3000000 /usr
  say "Installing:$missing"
  local log=$root/build/setup.log
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >"$log" 2>&1 || true  # the install below tells what is missing
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >>"$log" 2>&1 || {
    grep -qiE 'no space left|not enough free space|enough free space' "$log" && fail "the disk is full: could not install$missing."
    grep -qiE 'could not resolve|failed to fetch|connection|unable to locate' "$log" &&
      fail "no package source could be reached (is there a network?): could not install$missing; details are in build/setup.log."
    fail "could not install$missing; details are in build/setup.log."
  }
}

# The address of the Debian mirror this machine itself uses, without naming one here.
debian_mirror() {
  local codename
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk -v release="$codename" '$2 == release && $3 == "main" && $1 ~ /debian\/?$/ { print $1; exit }'
}

# debian_source NAME=VERSION SUITE TARBALL SHA256: downloads the original archive of a source package
# through a private apt configuration that borrows the machine's mirror and leaves the system alone.
debian_source() {
  local mirror private=$sources/apt
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || return 1
  mkdir -p "$private/lists/partial" "$private/cache/archives/partial"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $2 main" >"$private/$2.list"
  local options=(-q -o "Dir::Etc::SourceList=$private/$2.list" -o Dir::Etc::SourceParts=-
    -o "Dir::State::Lists=$private/lists" -o "Dir::Cache=$private/cache" -o APT::Sandbox::User=
    -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Get::List-Cleanup=false)
  (cd "$sources" && apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only "$1") \
    >"$private/$2.log" 2>&1 || return 1
  echo "$4  $sources/$3" | sha256sum --check --status && tar -xf "$sources/$3" -C "$sources"
}

# sources_match FOLDER: do the files that are compiled have the pinned contents?
sources_match() {
  [ -d "$sources/$1" ] && (cd "$sources" && grep " $1/" "$root/cmake/sources.sha256" | sha256sum --check --status)
}

# fetch_source NAME VERSION FOLDER SUITE TARBALL SHA256
fetch_source() {
  sources_match "$3" && return 0
  mkdir -p "$sources"
  need_space 300000 "$sources"
  say "Fetching $3"
  debian_source "$1=$2" "$4" "$5" "$6" && sources_match "$3" && return 0
  rm -rf "${sources:?}/$3"
  cmake -DDESTINATION="$sources" -DNAME="$1" -P "$root/cmake/fetch_upstream.cmake" >"$sources/$1.log" 2>&1 || true
  sources_match "$3" ||
    fail "could not fetch $3 (is there a network?); details are in build/sources/, or pass its folder with -DIMGUI_DIR= and -DCATCH2_DIR=."
}

# What building the page and the command-line program needs.
setup_build() {
  mkdir -p "$root/build" || fail "the folder $root/build cannot be written."
  need_space 1000000 "$root/build"
  install_packages 'g++|g++' 'cmake|cmake' 'ninja-build|ninja' nlohmann-json3-dev 'nodejs|node' 'xz-utils|xz' \
    'python3|python3' ca-certificates 'emscripten|emcc' 'terser|terser' 'fonttools|pyftsubset' fonts-wqy-microhei
  fetch_source imgui 1.92.2b+ds-1 imgui-1.92.2b forky imgui_1.92.2b+ds.orig.tar.xz \
    e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
  fetch_source catch2 3.7.1-0.5 Catch2-3.7.1 trixie catch2_3.7.1.orig.tar.gz \
    c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
}

# What the browser tests need besides.
setup_browser_tests() {
  install_packages 'chromium|chromium' fonts-dejavu-core 'npm|npm'
  local marker=$root/tests/node_modules/.installed
  if [ -f "$marker" ] && cmp -s "$marker" "$root/tests/package-lock.json"; then return 0; fi
  (cd "$root/tests" && npm ci --no-audit --no-fund >"$root/build/npm.log" 2>&1) ||
    fail "npm could not install the browser tests' packages (is there a network?); details are in build/npm.log."
  cp "$root/tests/package-lock.json" "$marker"
}

# configure FOLDER LAUNCHER [cmake options...]: configures once; CMake repeats it by itself when needed. Sources are
# compiled a dozen at a time, since reading what they include takes longer than they do.
configure() {
  local folder=$1 launcher=$2
  shift 2
  [ -f "$folder/build.ninja" ] && return 0
  mkdir -p "$folder"
  if command -v ccache >/dev/null; then set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
  $launcher cmake -G Ninja -S . -B "$folder" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 "$@" >"$folder/configure.log" 2>&1 || {
    rm -f "$folder/build.ninja"
    tail -20 "$folder/configure.log" >&2
    fail "the build in $folder could not be configured."
  }
}

# build FOLDER TARGET...: quiet while it goes well.
build() {
  local folder=$1
  shift
  ninja -C "$folder" "$@" >"$folder/build.log" 2>&1 || {
    grep -E 'error|FAILED|undefined|No space' "$folder/build.log" | head -30 >&2
    grep -q 'No space left' "$folder/build.log" && fail "the disk is full."
    fail "the build in $folder failed; all of it is in $folder/build.log."
  }
}
