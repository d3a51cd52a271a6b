#!/bin/sh
# The real servers that the tests start on loopback. As root with apt they are installed here; elsewhere the tests
# that need them are skipped, and say so. Nothing is started by the packages themselves.
set -u
missing=""
[ -x /usr/sbin/dovecot ] || missing="$missing dovecot-imapd"
[ -x /usr/libexec/dovecot/lmtp ] || [ -x /usr/lib/dovecot/lmtp ] || missing="$missing dovecot-lmtpd"
[ -x /usr/sbin/postfix ] || missing="$missing postfix"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests against real servers will be skipped. To run them too:  sudo apt-get install$missing"
  exit 0
fi
echo "Installing the servers that the tests start:$missing"
policy=/usr/sbin/policy-rc.d
made_policy=""
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && made_policy=yes
fi
apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/tmp/mailbot-apt.log 2>&1 \
  || echo "apt-get could not install them (see /tmp/mailbot-apt.log); the tests that need them will be skipped."
[ -n "$made_policy" ] && rm -f "$policy"
exit 0
