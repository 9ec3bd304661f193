FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md LICENSE LICENSE-DATA ./
RUN python -m venv /opt/anugerah \
 && /opt/anugerah/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY ontology ontology
COPY queries queries
COPY data data
COPY src src
RUN /opt/anugerah/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 anugerah
COPY --from=build /opt/anugerah /opt/anugerah
COPY --chown=anugerah data/articles /home/anugerah/data/articles
USER anugerah
WORKDIR /home/anugerah
RUN mkdir -p var/releases
ENV PATH=/opt/anugerah/bin:$PATH ANUGERAH_HOST=0.0.0.0 PYTHONUNBUFFERED=1
EXPOSE 8000
VOLUME ["/home/anugerah/var"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["anugerah", "serve"]
