window.SwaggerUIBundle({
  url: '/api/openapi.json',
  domNode: document.getElementById('docs'),
  deepLinking: true,
  // No service of others checks the document.
  validatorUrl: null,
})
