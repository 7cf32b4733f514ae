/**
 * Buys one thing as a storefront does, with a client whose types were generated from the API's description.
 *
 *     node purchase.js <the shop's address> <sku>
 *
 * Prints the order's id once it is confirmed and paid; any other answer ends it with status 1 and the problem.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Order = components["schemas"]["Order"];

const PATIENCE_MS = 30_000;
const [address, sku] = process.argv.slice(2);
if (address === undefined || sku === undefined) {
  throw new Error("usage: node purchase.js <the shop's address> <sku>");
}
const shop = createClient<paths>({ baseUrl: address });

/** The data of an answer; a problem ends the purchase with what it says. */
async function data<T>(asked: Promise<{ data?: { data: T }; error?: unknown; response: Response }>): Promise<T> {
  const { data: body, error, response } = await asked;
  if (body === undefined) {
    throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  }
  return body.data;
}

/** What Stripe.js does with the client secret. */
async function confirm(payment: NonNullable<Order["payment"]>): Promise<void> {
  const secret = payment.clientSecret;
  if (secret === null) {
    throw new Error("Stripe did not answer in time; there is no client secret yet");
  }
  const intent = secret.slice(0, secret.indexOf("_secret_"));
  const answer = await fetch(`${payment.stripeApiBase}/v1/payment_intents/${intent}/confirm`, {
    method: "POST",
    headers: { Authorization: `Bearer ${payment.publishableKey}` },
    body: new URLSearchParams({ client_secret: secret, payment_method: "pm_card_visa" }),
  });
  if (!answer.ok) {
    throw new Error(`Stripe answered ${answer.status}: ${await answer.text()}`);
  }
}

async function purchase(sku: string): Promise<string> {
  const products = await data(shop.GET("/v1/products", { params: { query: { limit: 1 } } }));
  if (products.length === 0) {
    throw new Error("the shop sells nothing");
  }
  const { id } = await data(shop.POST("/v1/carts", { body: { currency: "EUR" } }));
  const cart = await data(
    shop.PUT("/v1/carts/{id}/items/{sku}", { params: { path: { id, sku } }, body: { quantity: 2 } }),
  );
  const placed = await data(
    shop.POST("/v1/carts/{id}/checkout", {
      params: { path: { id }, header: { "Idempotency-Key": randomUUID() } },
      body: {
        email: "ada@example.com",
        shippingAddress: { name: "Ada Lovelace", line1: "1 Quay", city: "Hamburg", postalCode: "20457", country: "DE" },
        shippingMethod: "standard",
        expectedTotal: cart.totals.total,
      },
    }),
  );
  if (placed.payment == null || placed.orderToken == null) {
    throw new Error("a new order has its payment and its token");
  }
  await confirm(placed.payment);
  const read = { params: { path: { id: placed.id } }, headers: { "Order-Token": placed.orderToken } };
  const end = Date.now() + PATIENCE_MS;
  for (let order = placed; order.paymentStatus !== "paid"; order = await data(shop.GET("/v1/orders/{id}", read))) {
    if (Date.now() > end) {
      throw new Error(`order ${order.id} is still ${order.status}, ${order.paymentStatus}`);
    }
    await pause(200);
  }
  return placed.id;
}

console.log(await purchase(sku));
