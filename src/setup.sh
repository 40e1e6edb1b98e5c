# Sourced by run.sh and tests/run.sh: installing what is missing, and building. Says nothing when there is nothing to do.

missing=()

# want PACKAGE TEST...: the package is wanted unless the test succeeds.
want() {
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# install_missing: returns 1, after one sentence on stderr, if something could not be installed.
install_missing() {
  [ "${#missing[@]}" -gt 0 ] || return 0
  local by_hand="install by hand: ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "This is not Debian or Ubuntu; $by_hand." >&2
    return 1
  fi
  if [ "$(id -u)" != 0 ] && ! as_root true 2>/dev/null; then
    echo "Installing needs root or sudo; as root: apt-get install ${missing[*]}" >&2
    return 1
  fi
  echo "Installing ${missing[*]} ..." >&2
  local log
  log=$(mktemp)
  # The lists may be missing or old (a fresh image), and one broken source among them must not stop the rest.
  if ! apt install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
    apt update >"$log" 2>&1 || true
    if ! apt install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
      echo "apt-get could not install ${missing[*]}: $(grep -m 1 '^E: ' "$log" | cut -c 4-)" >&2
      rm -f "$log"
      return 1
    fi
  fi
  rm -f "$log"
}

# The compiler lives for a minute: compiling its own code a second time takes more than it gives, and so do many small collections.
compiler_settings=(DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=0x3E8 DOTNET_gcServer=0 DOTNET_GCgen0size=0x2000000)

# build ARGUMENT...: dotnet build without servers that would stay behind for a quarter of an hour: the compiler's is a private one that
# ends with the build. On failure it prints the errors, each once.
build() {
  local log status=0 server=nemobot-$$
  log=$(mktemp)
  env "${compiler_settings[@]}" dotnet build -v q -nologo -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$server" "$@" >"$log" 2>&1 </dev/null || status=$?
  stop_process "-pipename:$server"
  if [ "$status" = 0 ]; then
    rm -f "$log"
    return 0
  fi
  grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | grep -v 'warning NU' | sed -E 's/ \[[^]]*\]$//' | sort -u | head -n 40 >&2 || tail -n 20 "$log" >&2
  rm -f "$log"
  return 1
}

# stop_process ARGUMENT: ends the processes that were started with exactly this argument.
stop_process() {
  local process
  for process in /proc/[0-9]*; do
    if grep -qxzF -e "$1" "$process/cmdline" 2>/dev/null; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
}

has_openmp() { [[ $(ldconfig -p) == *libgomp.so.1* ]]; }
has_cjk_font() { [ -n "$(fc-list ':lang=zh-cn' family)" ]; }
# One letter each of Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari and Thai.
has_script_fonts() {
  local letter
  for letter in 00e9 03b1 0436 05d0 0627 0915 0e01; do
    [ -n "$(fc-list ":charset=$letter" family)" ] || return 1
  done
}
# An outline font: libass does not draw the color bitmaps of the usual emoji fonts.
has_emoji_font() { [ -n "$(fc-list ':charset=1f389:color=False' family)" ]; }

# What the bot itself works with.
want_runtime() {
  want ffmpeg command -v ffprobe
  want fontconfig command -v fc-list
  want fonts-noto-cjk has_cjk_font
  want fonts-noto-core has_script_fonts
  want fonts-symbola has_emoji_font
  want libgomp1 has_openmp
}
