package dev.breakwater.engine.policy.criteria;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every criterion there is, one line each. */
public final class Criteria {

    private static final List<Criterion<?>> ALL = List.of(
            new AccountTokenMounted(),
            new AddCapabilities(),
            new AllowPrivilegeEscalation(),
            new AnyCapabilityAdded(),
            new AnyCapabilityDropped(),
            new AppArmorProfile(),
            new AutomountServiceAccountToken(),
            new BoundRole(),
            new BoundRoleExists(),
            new BoundRoleKind(),
            new ContainerCpuLimit(),
            new ContainerCpuRequest(),
            new ContainerMemoryLimit(),
            new ContainerMemoryRequest(),
            new ContainerName(),
            new ContainerType(),
            new Cve(),
            new Cvss(),
            new DaysSinceCveFixAvailable(),
            new DaysSinceCvePublished(),
            new DaysSinceCveSeenInImage(),
            new DaysSinceCveSeenInSystem(),
            new DisallowedAnnotation(),
            new DisallowedImageLabel(),
            new DisallowedLabel(),
            new DockerfileLine(),
            new DropCapabilities(),
            new DuplicateVariable(),
            new EffectivePermission(),
            new EnvironmentVariable(),
            new Epss(),
            new ExposedNodePort(),
            new ExposedPort(),
            new ExposedPortProtocol(),
            new ExposedToInternet(),
            new ExpressionHolds(),
            new FileOperation(),
            new FilePath(),
            new Fixable(),
            new FixedBy(),
            new GrantedPermission(),
            new GroupSet(),
            new HasEgressNetworkPolicy(),
            new HasIngressNetworkPolicy(),
            new HostIpc(),
            new HostNetwork(),
            new HostPath(),
            new HostPathReach(),
            new HostPid(),
            new HostPort(),
            new HostProcess(),
            new ImageAge(),
            new ImageComponent(),
            new ImageDigestPinned(),
            ImageFile.setuid(),
            ImageFile.worldWritable(),
            new ImageOs(),
            new ImagePullPolicy(),
            new ImageRegistry(),
            new ImageRemote(),
            new ImageScanAge(),
            new ImageSchemePrefix(),
            new ImageSecret(),
            new ImageSignature(),
            new ImageTag(),
            new ImageTool(),
            new ImageUser(),
            new ImpersonatedUser(),
            new IngressLeadsNowhere(),
            new IngressTls(),
            new KnownExploited(),
            new ListeningServices(),
            new LivenessProbeDefined(),
            new LoadBalancerOpen(),
            new MinimumRbacPermissions(),
            new MountPropagation(),
            new NamespaceLabel(),
            new NamespaceName(),
            new NamespaceSensitivity(),
            new NetworkPolicyAllowsAll(),
            new NetworkPolicySelectsAll(),
            new NonRootEnforced(),
            new NvdCvss(),
            new ObjectAnnotation(),
            new ObjectField(),
            new ObjectKind(),
            new ObjectLabel(),
            new ObjectName(),
            new ObjectNamespace(),
            new OperatingSystemEndOfLife(),
            new PodSecurityStandard(),
            new PortExposureMethod(),
            new PrivilegedContainer(),
            new ProcMount(),
            new ProcessAncestor(),
            new ProcessArguments(),
            new ProcessName(),
            new ProcessPath(),
            new ProcessUid(),
            new ReadOnlyRootFilesystem(),
            new ReadinessProbeDefined(),
            new Replicas(),
            new RequestAgent(),
            new RequestGroups(),
            new RequestObjectName(),
            new RequestResource(),
            new RequestUser(),
            new RequestVerb(),
            new RequiredAnnotation(),
            new RequiredImageLabel(),
            new RequiredLabel(),
            new RuleWildcard(),
            new RunAsGroup(),
            new RunAsUser(),
            new RunningReplicas(),
            new RunsAsRoot(),
            new RuntimeClass(),
            new SeLinuxLabelsSet(),
            new SeLinuxType(),
            new SeLinuxUserOrRole(),
            new SeccompProfileType(),
            new SecretInConfigMap(),
            new SecretInEnvironment(),
            new SelectorMatches(),
            new SelectsNothing(),
            new ServiceAccountExists(),
            new ServiceAccountName(),
            new ServiceExternalAddress(),
            new ServiceType(),
            new SeverityOfCve(),
            new ShareProcessNamespace(),
            new SourceAddress(),
            new SubjectKind(),
            new SubjectName(),
            new Sysctl(),
            new TargetPortInvalid(),
            new UnexpectedFlow(),
            new UnexpectedProcess(),
            new UnscannedImage(),
            new UserNamespace(),
            new UserSet(),
            new VolumeDestination(),
            new VolumeName(),
            new VolumeSource(),
            new VolumeType(),
            new WorkloadKind(),
            new WorkloadName(),
            new WritableHostMount(),
            new WritableMountedVolume());

    private static final Map<String, Criterion<?>> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (Criterion<?> criterion : ALL) {
            if (BY_NAME.put(criterion.card().name(), criterion) != null) {
                throw new IllegalStateException(
                        "two criteria named " + criterion.card().name());
            }
        }
    }

    private Criteria() {}

    /** All of them, by name. */
    public static List<Criterion<?>> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The one of that name, in any case. */
    public static Optional<Criterion<?>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip()));
    }

    /** What a writer may have meant by a name that there is not: those that share a word with it, else a few. */
    public static String allowedFor(String name) {
        List<String> words = List.of(name.substring(0, Math.min(name.length(), 200))
                .toLowerCase(Locale.ROOT)
                .split("\\W+"));
        List<String> alike = BY_NAME.keySet().stream()
                .filter(known -> words.stream()
                        .anyMatch(word -> word.length() > 2
                                && List.of(known.toLowerCase(Locale.ROOT).split("\\W+"))
                                        .contains(word)))
                .limit(8)
                .toList();
        return alike.isEmpty()
                ? "Allowed: one of the " + BY_NAME.size() + " criteria of the reference."
                : "Allowed: one of the " + BY_NAME.size() + " criteria of the reference, such as "
                        + String.join(", ", alike) + ".";
    }
}
