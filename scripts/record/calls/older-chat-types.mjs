/**
 * Variants of a call for the releases that load bundled channels to ask them about keys as they were. The channels that
 * the package has and that know such keys answer; loading them would need the packages that are left out.
 */
export function withOlderChatTypes(bind) {
  return askingChannels(bind, (derivations) => {
    // No key is one channel's and another's.
    const deriveLegacySessionChatType = (key) => derivations.map((derive) => derive(key)).find(Boolean);
    return [{ messaging: { deriveLegacySessionChatType } }];
  });
}

/** The same, for what is asked as if no channel were loaded. */
export function withoutChannels(bind) {
  return askingChannels(bind, () => []);
}

function askingChannels(bind, channelsOf) {
  const asking = (replaced, given) => (upstream) => {
    const { [replaced]: replaceChannels, "each:deriveLegacySessionChatType": derivations } = upstream;
    const call = bind(upstream);
    return (input) => {
      replaceChannels(() => given(channelsOf(derivations)));
      return call(input);
    };
  };
  return [
    asking("replace:iterateBootstrapChannelPlugins", (channels) => channels),
    asking("replace:getBootstrapChannelPlugin", ([channel]) => channel),
    bind,
  ];
}
