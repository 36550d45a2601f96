"""Signing in, the first password, and one's own account."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.core.forms import Helper
from apps.core.text import nfc


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _("The user name or the password is not right. Capital letters count in the password."),
        "inactive": _("This account is closed. Ask the secretariat of your cluster."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["username"].label = _("User name")
        self.fields["password"].label = _("Password")
        self.fields["username"].widget.attrs.update({"autocapitalize": "none", "spellcheck": "false"})

    def clean_username(self) -> str:
        return nfc(self.cleaned_data["username"])


class FirstPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["new_password1"].label = _("Password")
        self.fields["new_password1"].help_text = " ".join(password_validation.password_validators_help_texts())
        self.fields["new_password2"].label = _("The same password once more")
        self.fields["new_password2"].help_text = ""


class ChangePasswordForm(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["old_password"].label = _("Present password")
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password1"].help_text = " ".join(password_validation.password_validators_help_texts())
        self.fields["new_password2"].label = _("The new password once more")
        self.fields["new_password2"].help_text = ""


class AccountForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ("full_name", "position", "phone", "email", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["position"].help_text = _("As it stands under a signature, for example Deputy Chief of Office.")
