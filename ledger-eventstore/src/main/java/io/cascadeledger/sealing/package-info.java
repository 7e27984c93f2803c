/**
 * Personal data, sealed with a key for each person: what the events hold of people is of no use
 * without the key, and erasing the key erases the person.
 */
package io.cascadeledger.sealing;
