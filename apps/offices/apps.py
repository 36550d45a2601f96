from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class OfficesConfig(AppConfig):
    name = "apps.offices"
    label = "offices"

    def ready(self) -> None:
        from apps.core.navigation import NavigationItem, register
        from apps.offices.access import register as register_access
        from apps.offices.handover import register_pack
        from apps.offices.pack import settings_of
        from apps.offices.place import standing_cluster
        from apps.offices.roles import roles_of
        from apps.offices.rules import can_create_cluster, can_manage_cluster, can_see_all_people

        def settings(request: HttpRequest) -> str | None:
            cluster = standing_cluster(request)
            return reverse("offices:settings", args=[cluster.code]) if cluster else None

        def people(request: HttpRequest) -> str | None:
            cluster = standing_cluster(request)
            if cluster is None or not request.user.is_authenticated or not can_manage_cluster(request.user, cluster):
                return None
            return reverse("offices:people", args=[cluster.code])

        def staff(request: HttpRequest) -> str | None:
            """For those who see people's names: of all offices, or of their own. Asks nothing beyond the roles."""
            cluster = standing_cluster(request)
            if cluster is None or not request.user.is_authenticated:
                return None
            roles = roles_of(request.user)
            own = roles.entering_offices and cluster.pk in roles.member_clusters
            if not own and not can_see_all_people(request.user, cluster):
                return None
            return reverse("offices:staff_offices", args=[cluster.code])

        def clusters(request: HttpRequest) -> str | None:
            """For those who have more than one, or none yet, or may create one. Asks nothing beyond the roles."""
            if not request.user.is_authenticated:
                return None
            several = can_create_cluster(request.user) or len(roles_of(request.user).cluster_ids) != 1
            return reverse("offices:clusters") if several else None

        register_access()
        register_pack(settings_of)
        section = _("Set up")
        register(NavigationItem(label=_("Cluster and offices"), icon="office", url=settings, order=80, section=section))
        register(NavigationItem(label=_("Staff"), icon="people", url=staff, order=81, section=section))
        register(NavigationItem(label=_("People"), icon="lock", url=people, order=82, section=section))
        register(NavigationItem(label=_("Clusters"), icon="grid", url=clusters, order=84, section=section))
