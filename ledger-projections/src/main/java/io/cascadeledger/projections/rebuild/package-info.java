/** Makes a projection anew beside the one that serves, and puts it in its place. */
package io.cascadeledger.projections.rebuild;
