"""Signing in and out, the first password, one's own account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
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
        tried = {"username": request.POST.get("username", "")[:200], "address": request.META.get("REMOTE_ADDR", "")}
        seconds = throttle.waiting_time(**tried)
        if not seconds:
            form = SignInForm(request, request.POST)
            if form.is_valid():
                throttle.forget(**tried)
                user = form.get_user()
                assert isinstance(user, User)
                return enter(request, user, to=to)
    context = {"form": form, "next": to, "wait": _waiting_words(seconds), "shortcuts": shortcuts()}
    return render(request, "accounts/sign_in.html", context, status=429 if seconds else 200)


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
