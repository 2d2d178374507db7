import { configureGlobal, readConfigureGlobal } from "fast-check";

// One counterexample kills a mutant; nobody asks for the smallest.
configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
