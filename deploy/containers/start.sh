#!/bin/sh
# What every container of the shop runs.
set -eu

# Without a key of Stripe's, payment-service talks to the stand-in, if there is one.
if [ -z "${STRIPE_API_KEY:-}" ] && [ -n "${STRIPE_STAND_IN_URL:-}" ]; then
    export STRIPE_API_KEY=sk_test_standin STRIPE_PUBLISHABLE_KEY=pk_test_standin
    export STRIPE_API_BASE="$STRIPE_STAND_IN_URL" STRIPE_BROWSER_API_BASE="$STRIPE_STAND_IN_BROWSER_URL"
fi

# Names are looked up again after 5 s, not 30: a service's may stand for several containers. English digits for Stripe's signatures; no POST to Stripe that the service did not decide on; the memory is the container's limit.
# shellcheck disable=SC2086 # several options
exec java -Dsun.net.inetaddr.ttl=5 -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Duser.language=en -Dsun.net.http.retryPost=false \
    ${QUAYSIDE_JAVA_OPTIONS:-} -jar /opt/quayside/app.jar
