shop=@SHOP@
json='Content-Type: application/json'
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
uuid() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n' | sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)/\1-\2-4\3-8\4-/'; }
cart=$(curl -sS "$shop/v1/carts" -H "$json" -d '{"currency":"EUR"}' | field id)
total=$(curl -sS -X PUT "$shop/v1/carts/$cart/items/@SKU@" -H "$json" -d '{"quantity":2}' | grep -o '"total":{"amount":[0-9]*' | cut -d : -f 3)
order=$(curl -sS "$shop/v1/carts/$cart/checkout" -H "$json" -H "Idempotency-Key: $(uuid)" -d '{"email":"ada@example.com","shippingMethod":"standard","expectedTotal":{"amount":'"$total"',"currency":"EUR"},"shippingAddress":{"name":"Ada Lovelace","line1":"1 Quay Street","city":"Hamburg","postalCode":"20457","country":"DE"}}')
secret=$(echo "$order" | field clientSecret)
curl -sS "$(echo "$order" | field stripeApiBase)/v1/payment_intents/${secret%_secret_*}/confirm" -u "$(echo "$order" | field publishableKey):" -d "client_secret=$secret" -d payment_method=pm_card_visa | grep -o '"status" *: *"[^"]*"'
for try in 1 2 3 4 5 6 7 8 9; do
  result=$(curl -sS "$shop/v1/orders/$(echo "$order" | field id)" -H "Order-Token: $(echo "$order" | field orderToken)" | grep -oE '"(number|status|paymentStatus)":"[^"]*"')
  case $result in *'"paid"'*) break ;; *) sleep 1 ;; esac
done
echo "$result"
