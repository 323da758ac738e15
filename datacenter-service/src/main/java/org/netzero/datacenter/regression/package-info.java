/// Pure statistics of baseline models: ordinary least squares, its figures, and what a saving
/// computed with it may be off by.
@NullMarked
package org.netzero.datacenter.regression;

import org.jspecify.annotations.NullMarked;
