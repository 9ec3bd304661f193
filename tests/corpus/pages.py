"""A page, its text and its record in an archive, as the tests of documents need them."""

from __future__ import annotations

BODY = (
    "CONTOH, BERITACONTOH.ID – Pemerintah Kota Contoh meraih penghargaan inovasi daerah dari "
    "Kementerian Dalam Negeri di Jakarta, Kamis (5/12/2024).\n"
)

PAGE = """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">
<title>Kota Contoh Raih Penghargaan Inovasi - Berita Contoh</title>
<meta property="og:title" content="Kota Contoh Raih Penghargaan Inovasi | Berita Contoh">
<meta property="og:site_name" content="Berita Contoh">
<link rel="canonical" href="https://berita.contoh.id/2024/12/kota-contoh">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Kota Contoh Raih Penghargaan Inovasi", "datePublished": "2024-12-05T16:06:00+07:00",
"publisher": {"@type": "Organization", "name": "Berita Contoh"}}</script></head>
<body><nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<article><h1>Kota Contoh Raih Penghargaan Inovasi</h1>
<div class="meta">Kamis, 5 Desember 2024 | 16:06 WIB</div>
<p>CONTOH, BERITACONTOH.ID – Pemerintah Kota Contoh meraih penghargaan inovasi daerah dari
Kementerian Dalam Negeri di Jakarta, Kamis (5/12).</p>
<p>Berikut daftar pemenang kategori kota:</p>
<ol><li>Kota Contoh</li><li>Kota Misal</li></ol>
<p>Pemenang kategori kabupaten:</p>
<ul><li>Kabupaten Contoh</li><li><p>Kabupaten <b>Misal</b></p>
<ul><li>Desa Umpama</li></ul></li></ul>
<table><tr><th>Peringkat</th><th>Daerah</th></tr><tr><td>1</td><td>Kota Contoh</td></tr></table>
<h2>Tanggapan</h2>
<blockquote>Terima kasih atas penghargaan ini, ujar Wali Kota Contoh, Budi Utama.</blockquote>
<p>Baris pertama tentang penghargaan itu<br>baris kedua tentang penghargaan itu</p></article>
<footer><p>Hak cipta Berita Contoh</p></footer></body></html>
"""


def warc_record(
    url: str,
    body: str | bytes,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    header: str = "",
) -> bytes:
    """A response as a crawler keeps it; `header` is a line of HTTP more."""
    data = body.encode() if isinstance(body, str) else body
    more = f"{header}\r\n" if header else ""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Record-ID: <urn:uuid:0b6c5b5e-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2024-12-06T00:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
