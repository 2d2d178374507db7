/** Who writes on this day, and by what ids each platform knows them. */
export const people = {
  Ann: {
    telegram: { id: 111222333, username: "ann_lee" },
    whatsapp: { phone: "12025550123", lid: "271828182845904" },
    discord: { id: "175928847299117063", username: "ann.lee" },
  },
  Bob: {
    telegram: { id: 444555666 },
    discord: { id: "90339695967350784", username: "bob" },
  },
  Dana: { slack: "U02147483697" },
  Eve: { slack: "U0STRANGER1", whatsapp: { lid: "314159265358979" } },
  Cem: { matrix: "@Cem:example.org" },
  // Somebody else: Matrix tells upper from lower case.
  cem: { matrix: "@cem:example.org" },
};
