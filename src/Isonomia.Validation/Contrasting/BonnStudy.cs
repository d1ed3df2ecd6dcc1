using System.Globalization;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Validation.Contrasting;

/// <summary>
/// The five sets of Bonn (Andrzejak et al. 2001, doi:10.1103/PhysRevE.64.061907): healthy people with eyes open (Z) and
/// closed (O) from the scalp; patients with epilepsy from within the skull: between seizures outside (N) and inside (F)
/// the zone that seizures come from, and during seizures (S). 23.6 s a segment, 173.61 Hz.
/// </summary>
/// <param name="Sets">The sets, in the order Z, O, N, F, S, with every number's values segment by segment.</param>
/// <param name="Contrasts">Seizure against the others, and eyes closed against open.</param>
/// <param name="Known">The means over the first ten segments of each set, beside those of other tools.</param>
public sealed record BonnStudy(
    IReadOnlyList<BonnSet> Sets, IReadOnlyList<Contrast> Contrasts, IReadOnlyList<KnownMean> Known)
{
    /// <summary>Samples per second, in Hz.</summary>
    public const double SamplingRate = 173.61;

    private const int FirstSegments = 10;

    /// <summary>The sets in order, with what they are.</summary>
    private static readonly (string Name, string Meaning)[] SetNames =
    [
        ("Z", "healthy, eyes open (scalp)"), ("O", "healthy, eyes closed (scalp)"),
        ("N", "between seizures, other hemisphere"), ("F", "between seizures, seizure zone"), ("S", "seizure"),
    ];

    /// <summary>Segments of a set, as samples in uV.</summary>
    /// <exception cref="BadInputException">A file holds something else than numbers, or there are none.</exception>
    public static IReadOnlyList<double[]> Segments(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadInputException(
                folder, "there is no such folder; one set of Bonn was expected, a text file a segment");
        }

        var files = Directory.GetFiles(folder).Where(f => f.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase).ToArray();
        return files.Length > 0
            ? [.. files.Select(Read)]
            : throw new BadInputException(folder, "no segments there (*.txt)");
    }

    /// <summary>Measures the sets.</summary>
    /// <param name="folder">Where the folders Z, O, N, F and S are.</param>
    /// <param name="segments">At most how many segments of each set; all unless given.</param>
    /// <exception cref="BadInputException">A set is missing or damaged.</exception>
    public static BonnStudy Run(string folder, int segments = int.MaxValue)
    {
        BonnSet[] sets =
        [
            .. SetNames.Select(s => Measure(s.Name, s.Meaning, Segments(Path.Combine(folder, s.Name)).Take(segments))),
        ];
        var (z, o, n, f, seizure) = (sets[0], sets[1], sets[2], sets[3], sets[4]);
        (BonnSet First, BonnSet Second)[] pairs = [(seizure, f), (seizure, n), (seizure, z), (o, z)];
        return new BonnStudy(
            sets,
            [.. BonnSet.Quantities.SelectMany(q => pairs.Select(pair =>
                new Contrast(q.Name, q.Unit, Of(pair.First, q.Name), Of(pair.Second, q.Name))))],
            [.. BonnSet.Quantities.SelectMany(q => sets.Select((set, i) => new KnownMean(
                q.Name, set.Name, q.KnownMeans[i], set.Values[q.Name].Take(FirstSegments).Average())))]);
    }

    private static Group Of(BonnSet set, string quantity) => new(set.Name, set.Values[quantity]);

    private static BonnSet Measure(string name, string meaning, IEnumerable<double[]> segments)
    {
        var all = segments.ToArray();
        var found = new double[all.Length][];
        var probe = BonnSet.Probe();
        Parallel.For(0, all.Length, i => found[i] = BonnSet.Measure(probe, all[i]));
        return new BonnSet(name, meaning, BonnSet.Quantities.Index()
            .ToDictionary(q => q.Item.Name, q => found.Select(v => v[q.Index]).ToArray()));
    }

    private static double[] Read(string path) => [.. File.ReadLines(path).Where(l => l.Length > 0).Select((line, i) =>
        double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new BadInputException(path, $"line {i + 1} is no number"))];
}
