#!/bin/sh
# Puts OpenSSH's newest client and ssh-audit into a folder, without installing them: those of Debian unstable, each with
# the libraries it needs, since Debian 12's know neither the post-quantum exchange nor the warning that it prevents.
#
#   test/ssh/install-tools.sh [FOLDER]      .cache/ssh-tools by default; done once, then nothing is fetched again
#
# Needs apt, dpkg and python3, and the network that apt is set up for.
set -eu

folder=${1:-$(dirname "$0")/../../.cache/ssh-tools}
if [ -e "$folder/complete" ]; then
	exit 0
fi

rm -rf "$folder"
mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial" "$folder/root"
folder=$(cd "$folder" && pwd)
# The mirror is the one that this machine uses; the suite is another, seen by nothing but this script.
mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | sort -u | head -n 1)
key=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$key] $mirror unstable main" >"$folder/apt/sources.list"
: >"$folder/apt/status"

apt() {
	apt-get -q -y \
		-o Dir::Etc::SourceList="$folder/apt/sources.list" -o Dir::Etc::SourceParts=- \
		-o Dir::State::Lists="$folder/apt/lists" -o Dir::State::Status="$folder/apt/status" \
		-o Dir::Cache="$folder/apt" -o Dir::Cache::Archives="$folder/apt/archives" \
		-o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}

apt update
# What their maintainer scripts would need is not needed to run them.
apt install --download-only --no-install-recommends openssh-client
(cd "$folder/apt/archives" && apt download ssh-audit)
for package in "$folder"/apt/archives/*.deb; do
	case $package in
	*/systemd_* | */libsystemd-shared_* | */libc-gconv-modules-extra_*) ;;
	*) dpkg -x "$package" "$folder/root" ;;
	esac
done
rm -rf "$folder/apt"

cat >"$folder/ssh" <<'END'
#!/bin/sh
root=$(dirname "$0")/root
exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" "$root/usr/bin/ssh" "$@"
END
cat >"$folder/ssh-audit" <<'END'
#!/bin/sh
root=$(dirname "$0")/root
PYTHONPATH=$root/usr/lib/python3/dist-packages exec python3 "$root/usr/bin/ssh-audit" "$@"
END
chmod +x "$folder/ssh" "$folder/ssh-audit"
"$folder/ssh" -V
"$folder/ssh-audit" --help >/dev/null
touch "$folder/complete"
