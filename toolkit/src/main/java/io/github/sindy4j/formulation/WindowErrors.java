package io.github.sindy4j.formulation;

import io.github.sindy4j.linalg.Vec;

/**
 * What ∫ φ̇ f dt loses by a coarser rule, as weights of the samples of a test window.
 *
 * @param fine the next coarser rule, minus the rule itself
 * @param coarse the rule after that, minus the next coarser one; empty where there is none
 */
record WindowErrors(Vec fine, Vec coarse) {}
