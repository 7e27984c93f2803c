# shellcheck shell=sh
# Sourced by mvnw, ledger and .ci/run: exports JAVA_HOME as a JDK of version 25 or newer, or says
# how to get one and ends the caller. The default java of a machine is often an older one.

# Prints the feature version of the JDK in folder $1; nothing if there is none.
# A JRE has no javac; a folder of mere links or placeholders, such as /usr, has no jrt-fs.jar.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -e "$1/lib/jrt-fs.jar" ] || return 0
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || :
  echo "${version:-$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')}"
}

# Prints the folder of the JDK that `java` on the PATH belongs to.
jdk_on_path() {
  java=$(command -v java) || return 0
  home=$(dirname "$(dirname "$(readlink -f "$java")")")
  if [ -e "$home/lib/jrt-fs.jar" ]; then
    echo "$home"
  else # A version manager's shim: only the java behind it knows its home.
    "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
}

# Prints the folder of the JDK to use: the caller's own choice first, then any installed 25,
# then any newer one.
find_jdk() {
  newer=
  for home in "${JAVA_HOME-}" "$(jdk_on_path)"; do
    version=$(jdk_version "$home")
    [ "${version:-0}" -lt 25 ] || { echo "$home"; return; }
  done
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    version=$(jdk_version "$home")
    [ "${version:-0}" -ne 25 ] || { echo "$home"; return; }
    [ "${version:-0}" -lt 25 ] || newer=$home
  done
  echo "$newer"
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  cat >&2 <<'END'
Cascade Ledger needs a JDK of version 25 or newer; none was found in JAVA_HOME, on the PATH
or in the usual folders. Ways to get one:

  any system     Eclipse Temurin 25 from https://adoptium.net/temurin/releases/?version=25
  Debian/Ubuntu  add Adoptium's package repository (https://adoptium.net/installation/linux/),
                 then: sudo apt-get install temurin-25-jdk
  SDKMAN         sdk install java 25-tem
  Homebrew       brew install openjdk@25

If it is in another folder, name that folder: export JAVA_HOME=/path/to/jdk-25
END
  exit 1
fi
export JAVA_HOME
