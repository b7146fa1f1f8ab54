"""Pages of several entries, as a weblog's front: none of them is lost."""

from __future__ import annotations

from newsgrep.ingest.extract.body.web_page import read_page

POSTS = [
    (
        "Ferry sold",
        "The harbour authority of Orlo sold its last ferry on Monday to a buyer from Bergen, and"
        " the fishermen heard of it on the radio. Nobody in town had a word to say about it.",
    ),
    (
        "Quay closed",
        "For two years the northern quay stays shut, because the piles under it have rotted"
        " through. The keeper had warned of that in three letters, which nobody had answered.",
    ),
    (
        "Nets burnt",
        "A shed with four hundred nets burnt down in the night to Sunday. The police look for two"
        " men in a grey van, who had asked at the inn for the way to the old lighthouse at noon.",
    ),
]


def page(posts: list[tuple[str, str]], name: str) -> str:
    shown = "".join(
        f'<div class="{name}"><h2><a href="/{at}">{title}</a></h2><div class="body"><p>{text}</p>'
        f"<p>{text.replace('The', 'And the')}</p></div><p class='posted'>by Ann Poe</p></div>"
        for at, (title, text) in enumerate(posts)
    )
    return (
        "<html><head><title>Orlo notes</title></head><body><div id='header'><h1><a href='/'>Orlo"
        f" notes</a></h1></div><div id='main'>{shown}</div></body></html>"
    )


def test_all_posts_of_a_weblog_s_front() -> None:
    for name in ("post", "entry", "blogbody", "hentry post-3"):
        text = "\n".join(read_page(page(POSTS, name))[0])
        assert all(said in text for _, said in POSTS), name


def test_bare_sentences_behind_lists_and_tables() -> None:
    (_, first), (_, second), (_, third) = POSTS
    table = "<table><tbody><tr><td>The old bridge.</td></tr></tbody></table>"
    text = "\n".join(
        read_page(
            f"<div class='page'><div id='b'><p>{first} {second}</p><h2>One</h2>{table}"
            f"{second[:90]} a.<h2>Two</h2>{table}"
            f"<ol><li>The lanes will be closed.</li></ol>{third}<br></div></div>"
        )[0]
    )
    assert f"{second[:90]} a." in text
    assert third in text


def test_entries_that_each_have_their_own_classes() -> None:
    shown = "".join(
        f'<article id="post-{at}" class="post-{at} post type-post hentry category-{subject}">'
        f"<h2><a href='/{at}'>{title}</a></h2><p>{text}</p><p>{text.replace('The', 'And the')}</p>"
        "</article>"
        for at, ((title, text), subject) in enumerate(
            zip(POSTS, ("ferries", "recommendations", "more"), strict=True)
        )
    )
    top = "<html><head><title>Orlo notes</title></head><body class='home blog'>"
    text = "\n".join(read_page(f"{top}<div class='main'>{shown}</div></body></html>")[0])
    assert all(said in text for _, said in POSTS)
