"""Pages that say no. Django draws 500.html without a request: nothing in it may need one."""

import pytest
from django.template.loader import render_to_string


@pytest.mark.parametrize("code", ["400", "403", "404", "500", "403_csrf"])
def test_a_refusal_says_what_and_offers_a_way_on(code):
    page = render_to_string(f"{code}.html")
    assert f'<p class="plain-code">{code[:3]}</p>' in page
    assert 'href="/"' in page
    assert "<h1></h1>" not in page


def test_an_unknown_address_gets_our_page(client, cast):
    client.force_login(cast.clerk)
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert "plain-main" in response.content.decode()
