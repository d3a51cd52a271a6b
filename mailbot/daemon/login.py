"""[oauth] as the gateways want it; the endpoints of a first login are known from the token URL."""

from __future__ import annotations

from mailbot.config import OauthSettings
from mailbot.gateways.oauth import OAuthSettings
from mailbot.gateways.oauth_protocol import OAuthClient, known_endpoints


def oauth_settings(oauth: OauthSettings) -> OAuthSettings:
    """Who we are to the token server, and where it is."""
    endpoints = known_endpoints(oauth.token_url)
    return OAuthSettings(
        token_url=oauth.token_url,
        client=OAuthClient(client_id=oauth.client_id, client_secret=oauth.client_secret, scope=oauth.scope),
        refresh_token_file=oauth.refresh_token_file,
        device_url=endpoints.device_url,
        authorization_url=endpoints.authorization_url,
    )
