"""Signing in and out, the first password, one's own account."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypedDict

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render, resolve_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts import actions, throttle
from apps.accounts.enums import InvitationState
from apps.accounts.forms import AccountForm, ChangePasswordForm, FirstPasswordForm, SignInForm
from apps.accounts.models import Invitation, User
from apps.accounts.shortcuts import shortcuts
from apps.core.page import Crumb, show

BACKEND = "django.contrib.auth.backends.ModelBackend"


def remember_language(response: HttpResponse, language: str) -> HttpResponse:
    """The interface follows the account from this answer on; the switch on the page overrides it."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 24 * 3600, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE, path=settings.LANGUAGE_COOKIE_PATH,
    )  # fmt: skip
    return response


def enter(request: HttpRequest, user: User, *, to: str = "") -> HttpResponse:
    """Opens the session (with a new key) and leads on: to `to` where that is an address of ours, else home."""
    login(request, user, backend=BACKEND)
    safe = url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return remember_language(redirect(to if to and safe else resolve_url(settings.LOGIN_REDIRECT_URL)), user.language)


def own_account(request: HttpRequest) -> User:
    """A fresh row: a form writes into its instance, and the frame of the page shows `request.user`."""
    assert isinstance(request.user, User)
    return User.objects.get(pk=request.user.pk)


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    to = request.POST.get("next") or request.GET.get("next", "")
    if request.user.is_authenticated and request.method != "POST":
        safe = url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()})
        return redirect(to if to and safe else resolve_url(settings.LOGIN_REDIRECT_URL))
    form = SignInForm(request)
    seconds = 0
    if request.method == "POST":
        form, seconds = _tried(request, request.POST)
        if not seconds and form.is_valid():
            return enter(request, _let_in(request, form), to=to)
    context = {"form": form, "next": to, "wait": _waiting_words(seconds), "shortcuts": shortcuts()}
    return render(request, "accounts/sign_in.html", context, status=429 if seconds else 200)


class Tried(TypedDict):
    username: str
    address: str


def _throttled(request: HttpRequest, data: Mapping[str, Any]) -> Tried:
    return {"username": str(data.get("username", ""))[:200], "address": request.META.get("REMOTE_ADDR", "")}


def _tried(request: HttpRequest, data: Mapping[str, Any]) -> tuple[SignInForm, int]:
    """The form to look at, or an empty one and the seconds to wait; a password is not looked at meanwhile."""
    seconds = throttle.waiting_time(**_throttled(request, data))
    return (SignInForm(request), seconds) if seconds else (SignInForm(request, data), 0)


def _let_in(request: HttpRequest, form: SignInForm) -> User:
    throttle.forget(**_throttled(request, form.data))
    user = form.get_user()
    assert isinstance(user, User)
    return user


@sensitive_variables("found")
def _credentials(request: HttpRequest) -> dict[str, str] | None:
    """User name and password out of JSON; None where they are not there, or no text that UTF-8 knows."""
    try:
        found = json.loads(request.body)
        return {name: found[name].encode().decode() for name in ("username", "password")}
    except (ValueError, RecursionError, RequestDataTooBig, TypeError, KeyError, AttributeError):
        return None


@login_not_required
@never_cache
@sensitive_variables("data")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_here(request: HttpRequest) -> JsonResponse:
    """For a page whose session has ended while it holds unsent work: it stays, and gets a new session. GET gives the
    token that a POST needs. The same rules as the sign-in page; JSON both ways."""
    if request.method != "POST":
        return JsonResponse({"csrf": get_token(request)})
    data = _credentials(request)
    if data is None:
        return JsonResponse({"reason": _("Expected a user name and a password.")}, status=400)
    form, seconds = _tried(request, data)
    if seconds:
        return JsonResponse({"reason": _waiting_words(seconds)}, status=429)
    if not form.is_valid():
        reasons = [str(each) for errors in form.errors.values() for each in errors]
        return JsonResponse({"reason": " ".join(reasons)}, status=422)
    user = _let_in(request, form)
    login(request, user, backend=BACKEND)
    return JsonResponse({"csrf": get_token(request), "user": user.username})


def _waiting_words(seconds: int) -> str:
    if not seconds:
        return ""
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many failed attempts. Try again in %(minutes)s minute.",
        "Too many failed attempts. Try again in %(minutes)s minutes.",
        minutes,
    ) % {"minutes": minutes}


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.info(request, _("You have signed out."))
    return redirect("accounts:sign_in")


@login_not_required
@never_cache
@sensitive_post_parameters("new_password1", "new_password2")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The first password, or a new one. An unknown token says no more than a used one."""
    found = Invitation.objects.with_token_hash(actions.token_hash(token))
    state = found.state() if found is not None and found.user.is_active else None
    if found is None or state != InvitationState.OPEN:
        status = 410 if state else 404
        return render(request, "accounts/invitation_closed.html", {"state": state}, status=status)
    form = FirstPasswordForm(found.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.accept_invitation(invitation=found, password=form.cleaned_data["new_password1"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            if request.user.is_authenticated:
                logout(request)
            return enter(request, user)
    return render(request, "accounts/invitation.html", {"form": form, "invited": found.user})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    user = own_account(request)
    form = AccountForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        actions.update_account(user=user, values=form.cleaned_data, by=user)
        with translation.override(user.language):
            messages.success(request, _("Your account has been saved."))
        return remember_language(redirect("accounts:account"), user.language)
    show(request, title=_("My account"), crumbs=[Crumb(label=str(request.user))])
    return render(request, "accounts/account.html", {"form": form, "username": user.username})


@never_cache
@sensitive_post_parameters("old_password", "new_password1", "new_password2")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    user = own_account(request)
    form = ChangePasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.change_password(user=user, password=form.cleaned_data["new_password1"], by=user)
        update_session_auth_hash(request, user)
        messages.success(request, _("Your password has been changed. Other sessions of yours have ended."))
        return redirect("accounts:account")
    show(request, title=_("Change the password"), crumbs=[Crumb(label=str(request.user))])
    return render(request, "accounts/password.html", {"form": form})
