/** A variant of a call for the releases that have a certain function, which it does not call itself. */
export function having(name, bind) {
  return (upstream) => {
    void upstream[name];
    return bind(upstream);
  };
}
