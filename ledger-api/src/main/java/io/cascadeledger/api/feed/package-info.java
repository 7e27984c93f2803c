/** Handing the events on to systems that keep them themselves, such as Kafka. */
package io.cascadeledger.api.feed;
