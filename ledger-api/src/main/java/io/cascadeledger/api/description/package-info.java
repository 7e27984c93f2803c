/** What the API says about itself: the OpenAPI document, the errors, and pages to read them. */
package io.cascadeledger.api.description;
