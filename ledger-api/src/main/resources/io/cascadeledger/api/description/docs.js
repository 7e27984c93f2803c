SwaggerUIBundle({
  url: document.getElementById("swagger-ui").dataset.description,
  dom_id: "#swagger-ui",
  deepLinking: true,
  // The validator would be asked over the network.
  validatorUrl: null,
});
