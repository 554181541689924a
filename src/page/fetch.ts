// One page from a URL: bounded in size and time, never from the local network unless allowed.

import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { asEntenteError, EntenteError } from '../base/error.js';
import { checkedUrl } from './address.js';
import { gathered, inflated } from './inflate.js';
import type { Limits } from './limits.js';

/** What a fetch brings. */
export interface Fetched {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** What a fetch may do. */
export interface FetchOptions {
  readonly limits: Limits;
  /** Asked of every address right before it is connected to: is it one that may be fetched from? */
  readonly allows: (address: string) => boolean;
  readonly lookup?: LookupFunction;
  readonly signal?: AbortSignal;
}

const READABLE = /^(?:text\/html|text\/plain|application\/xhtml\+xml|application\/xml|text\/xml)\b/i;
const AGENT = 'Entente/0.1 (reads news pages; polite)';

/** The page at the address; typed errors say why there is none. */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.limits.timeoutMs);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
  try {
    return await followed(address, { ...options, signal });
  } catch (cause) {
    throw explained(cause, { address, options, late: deadline.aborted });
  }
}

/** The page behind at most `maxRedirects` redirects, each of which is checked like the address itself. */
async function followed(address: string, options: FetchOptions): Promise<Fetched> {
  const { maxRedirects } = options.limits;
  let url = checkedUrl(address);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await requested(url, options);
    const next = redirection(response);
    if (next === undefined) return body(url, response, options.limits);
    response.destroy();
    url = checkedUrl(next, url.href);
  }
  throw new EntenteError('network', `more than ${maxRedirects} redirects`);
}

/** A request that is cut off fails in many ways: who cut it off is what counts. */
function explained(
  cause: unknown,
  { address, options, late }: { address: string; options: FetchOptions; late: boolean },
): EntenteError {
  const place = { source: address, cause };
  if (options.signal?.aborted === true)
    return new EntenteError('interrupted', 'stopped before the end', place);
  if (!late) return asEntenteError(cause, 'network', { source: address });
  const seconds = options.limits.timeoutMs / 1000;
  return new EntenteError('timeout', `not answered in full in ${seconds} s`, place);
}

function requested(url: URL, options: FetchOptions): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !options.allows(host)) return Promise.reject(refused(host, host));
  const { get } = url.protocol === 'https:' ? https : http;
  const headers = {
    'user-agent': AGENT,
    accept: 'text/html,application/xhtml+xml,text/plain;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
  };
  return new Promise((resolve, reject) => {
    const { signal } = options;
    const lookup = guarded(host, options);
    get(url, { headers, lookup, agent: false, ...(signal && { signal }) }, resolve).on('error', reject);
  });
}

/** Name look-up that fails where any answer is not allowed: what is checked is what is connected to. */
function guarded(
  host: string,
  { allows, lookup = systemLookup as LookupFunction }: FetchOptions,
): LookupFunction {
  return (name, lookupOptions, done) => {
    lookup(name, lookupOptions, (error, answer, family) => {
      const answers = Array.isArray(answer) ? answer.map((one) => one.address) : [answer];
      const bad = error === null ? answers.find((one) => !allows(one)) : undefined;
      if (bad === undefined) done(error, answer, family);
      else done(refused(host, bad), answer, family);
    });
  };
}

function refused(host: string, address: string): EntenteError {
  const subject = host === address ? host : `${host} is ${address},`;
  const verb = host === address ? 'is ' : '';
  return new EntenteError('refused-address', `${subject} ${verb}an address of the local network.`, {
    hint: 'Allow it with --allow-local if you mean it.',
  });
}

function redirection({ statusCode = 0, headers }: http.IncomingMessage): string | undefined {
  return statusCode >= 300 && statusCode < 400 && statusCode !== 304 ? headers.location : undefined;
}

async function body(url: URL, response: http.IncomingMessage, { maxBytes }: Limits): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  const contentType = headers['content-type'] ?? '';
  const source = url.href;
  try {
    if (statusCode < 200 || statusCode > 299)
      throw new EntenteError('http-status', `the server answers ${statusCode}`, { source });
    if (contentType !== '' && !READABLE.test(contentType))
      throw new EntenteError('not-text', `${contentType.slice(0, 80)} is no page`, { source });
    if (Number(headers['content-length']) > maxBytes)
      throw new EntenteError('too-large', `more than ${maxBytes / 1e6} MB`, { source });
    const inner = inflated(response, headers['content-encoding'] ?? '', source);
    return { url: url.href, bytes: await gathered(inner, { maxBytes, source }), contentType };
  } finally {
    response.destroy();
  }
}
