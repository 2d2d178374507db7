/** In which way a request is decided otherwise. */
export type Direction = "stricter" | "looser";
