/**
 * A variant of a call for the releases that load every bundled channel to ask it about keys as they were. The
 * channels that know such keys answer; loading them would need the packages that are left out.
 */
export function withOlderChatTypes(bind) {
  return (upstream) => {
    const { "replace:iterateBootstrapChannelPlugins": replacePlugins } = upstream;
    const { "bundled:deriveLegacySessionChatType": derivations } = upstream;
    const call = bind(upstream);
    const plugins = derivations?.map((derive) => ({ messaging: { deriveLegacySessionChatType: derive } }));
    return (input) => {
      replacePlugins(() => plugins);
      return call(input);
    };
  };
}
