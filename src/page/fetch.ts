// One page from a URL: bounded in size and time, never from the local network unless allowed.

import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { asEntenteError, EntenteError } from '../base/error.js';
import { checkedUrl, isPublicAddress } from './address.js';
import { inflated } from './inflate.js';
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
  /** Also private and loopback addresses. */
  readonly allowLocal: boolean;
  readonly lookup?: LookupFunction;
  readonly signal?: AbortSignal;
}

const READABLE = /^(?:text\/html|text\/plain|application\/xhtml\+xml|application\/xml|text\/xml)\b/i;
const AGENT = 'Entente/0.1 (reads news pages; polite)';

/** The page at the address; typed errors say why there is none. */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.limits.timeoutMs);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
  let url = checkedUrl(address);
  for (let hop = 0; hop <= options.limits.maxRedirects; hop += 1) {
    const explain = (error: unknown): never => {
      throw deadline.aborted
        ? late(options, address, error)
        : asEntenteError(error, 'network', { source: address });
    };
    const response = await requested(url, options, signal).catch(explain);
    const next = redirection(response);
    if (next === undefined) return body(url, response, options, address).catch(explain);
    response.destroy();
    url = checkedUrl(next, url.href);
  }
  throw new EntenteError('network', `more than ${options.limits.maxRedirects} redirects`, {
    source: address,
  });
}

function late({ limits }: FetchOptions, source: string, cause: unknown): EntenteError {
  return new EntenteError('timeout', `not answered in full in ${limits.timeoutMs / 1000} s`, {
    source,
    cause,
  });
}

function requested(url: URL, options: FetchOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowLocal && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.reject(refused(url.host, host));
  const { get } = url.protocol === 'https:' ? https : http;
  const headers = {
    'user-agent': AGENT,
    accept: 'text/html,application/xhtml+xml,text/plain;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
  };
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, lookup: guarded(url.host, options), agent: false }, resolve).on(
      'error',
      reject,
    );
  });
}

/** Name look-up that fails where any answer is not public: what is checked is what is connected to. */
function guarded(
  host: string,
  { allowLocal, lookup = systemLookup as LookupFunction }: FetchOptions,
): LookupFunction {
  return (name, lookupOptions, done) => {
    lookup(name, lookupOptions, (error, answer, family) => {
      const answers = Array.isArray(answer) ? answer.map((one) => one.address) : [answer];
      const bad = error === null && !allowLocal ? answers.find((one) => !isPublicAddress(one)) : undefined;
      if (bad === undefined) done(error, answer, family);
      else done(refused(host, bad), answer, family);
    });
  };
}

function refused(host: string, address: string): EntenteError {
  return new EntenteError('refused-address', `${host} is ${address}, an address of the local network`, {
    hint: 'Allow it with --allow-local if you mean it.',
  });
}

function redirection({ statusCode = 0, headers }: http.IncomingMessage): string | undefined {
  return statusCode >= 300 && statusCode < 400 && statusCode !== 304 ? headers.location : undefined;
}

async function body(
  url: URL,
  response: http.IncomingMessage,
  { limits }: FetchOptions,
  source: string,
): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  const contentType = headers['content-type'] ?? '';
  try {
    if (statusCode !== 200)
      throw new EntenteError('http-status', `the server answers ${statusCode}`, { source });
    if (contentType !== '' && !READABLE.test(contentType))
      throw new EntenteError('not-text', `${contentType} is no page`, { source });
    const bytes = await inflated(response, headers['content-encoding'] ?? '', {
      maxBytes: limits.maxBytes,
      source,
    });
    return { url: url.href, bytes, contentType };
  } finally {
    response.destroy();
  }
}
