using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Assays.Spectroscopy;

/// <summary>
/// A table of fitted concentrations: long (columns <c>metabolite</c>, <c>concentration</c>, <c>crlb</c> in per cent) or
/// wide (a column for each metabolite, as <c>Glu</c>, and <c>Glu_crlb</c>), with <c>participant_id</c> where there are
/// several.
/// </summary>
internal static class MetaboliteTable
{
    // Above this the fit hardly knows the concentration (Provencher's rule of thumb).
    private const double ReliableCrlb = 20;
    private static readonly string[] Participants = ["participant_id", "participant", "subject"];
    private static readonly string[] Known = ["Glu", "Gln", "Glx", "GABA", "Cr", "tCr"];

    private static readonly (string Name, string Above, string Below)[] Ratios =
    [
        ("glu_gaba", "Glu", "GABA"), ("glx_gaba", "Glx", "GABA"), ("gln_glu", "Gln", "Glu"), ("glu_cr", "Glu", "tCr"),
        ("glx_cr", "Glx", "tCr"), ("gaba_cr", "GABA", "tCr"),
    ];

    private static readonly BiomarkerDefinition Definition = new(
        "Glutamate and GABA (MRS)",
        "Ratios of fitted concentrations; the relative error of a ratio is the root of the sum of the squared relative errors "
        + "(Cramer-Rao bounds) of its parts; Glx is Glu + Gln where the table does not give it",
        Direction.Rises,
        Evidence.Weak,
        "Provencher 1993 Magn Reson Med, doi:10.1002/mrm.1910300604; whether the two are balanced within a "
        + "voxel at all is questioned: Rideaux 2021 NeuroImage, doi:10.1016/j.neuroimage.2021.118191",
        "Spectroscopy measures all of a metabolite in a voxel of millilitres, not what synapses release. GABA at 3 T without editing "
        + "is not reliable, and edited GABA holds macromolecules (GABA+). Errors are those of the fit, taken as independent; "
        + "tissue in the voxel, relaxation and motion add to them.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["glu_gaba"] = "glutamate over GABA",
            ["glx_gaba"] = "glutamate and glutamine over GABA",
            ["gln_glu"] = "glutamine over glutamate",
            ["glu_cr"] = "glutamate over creatine",
            ["glx_cr"] = "Glx over creatine",
            ["gaba_cr"] = "GABA over creatine",
        },
    };

    public static bool IsOne(IReadOnlyList<string> headings) =>
        (TableCells.Column(headings, "metabolite") is not null && TableCells.Column(headings, "concentration", "conc") is not null)
        || Known.Count(k => TableCells.Column(headings, k) is not null) >= 2;

    public static AssayMeasurement Measure(BidsTable table, Provenance provenance)
    {
        var column = TableCells.Column(table.Columns, Participants);
        var long1 = TableCells.Column(table.Columns, "metabolite");
        var people = new Dictionary<string, Dictionary<string, Measured>>(StringComparer.Ordinal);
        for (var row = 0; row < table.Count; row++)
        {
            var name = column is null ? "" : table[row, column] ?? throw new BadInputException(table.Path,
                $"row {row + 1} below the headings: '{column}' is empty, and says whose the row is");
            if (long1 is null && people.ContainsKey(name))
            {
                throw new BadInputException(table.Path, column is null
                    ? "there are several rows and no column 'participant_id' that says whose they are"
                    : $"participant '{name}' has two rows");
            }

            people.TryAdd(name, new Dictionary<string, Measured>(StringComparer.OrdinalIgnoreCase));
            if (long1 is null)
                AddWide(table, row, people[name]);
            else
                AddLong(table, row, long1, people[name]);
        }

        return people.Count == 0
            ? throw new BadInputException(table.Path, "there are no rows below the headings")
            : new AssayMeasurement(table.Path, "table of concentrations", [.. people.Select(p => Find(p.Key, p.Value))], provenance);
    }

    private static void AddLong(BidsTable table, int row, string metabolite, Dictionary<string, Measured> found)
    {
        var value = TableCells.Column(table.Columns, "concentration", "conc")!;
        var bound = TableCells.Column(table.Columns, "crlb", "crlb_percent", "%SD", "sd_percent");
        if (table[row, metabolite] is not { } name || TableCells.Number(table, row, value) is not { } concentration)
            return;
        if (!found.TryAdd(name, With(concentration, bound is null ? null : TableCells.Number(table, row, bound))))
            throw new BadInputException(table.Path, $"row {row + 1} below the headings: '{name}' is there twice for one participant");
    }

    private static void AddWide(BidsTable table, int row, Dictionary<string, Measured> found)
    {
        foreach (var name in Known)
        {
            if (TableCells.Column(table.Columns, name) is not { } column || TableCells.Number(table, row, column) is not { } value)
                continue;
            var bound = TableCells.Column(table.Columns, name + "_crlb", name + "_sd_percent", name + "_%SD");
            found[name] = With(value, bound is null ? null : TableCells.Number(table, row, bound));
        }
    }

    private static Measured With(double value, double? percent) =>
        percent is { } p ? Measured.Of(value, value * p / 100) : Measured.Of(value);

    private static AssayFinding Find(string participant, Dictionary<string, Measured> found)
    {
        if (!found.ContainsKey("Glx") && found.TryGetValue("Glu", out var glu) && found.TryGetValue("Gln", out var gln))
        {
            found["Glx"] = glu.StandardError is { } a && gln.StandardError is { } b
                ? Measured.Of(glu.Value + gln.Value, Math.Sqrt((a * a) + (b * b)))
                : Measured.Of(glu.Value + gln.Value);
        }

        if (!found.ContainsKey("tCr") && (found.TryGetValue("Cr+PCr", out var total) || found.TryGetValue("Cr", out total)))
            found["tCr"] = total;
        var reading = new Reading();
        foreach (var (name, above, below) in Ratios)
            reading.Number(name, Ratio(found, above, below), "1");
        var concentrations = new Reading();
        foreach (var name in Known.Where(found.ContainsKey))
            concentrations.Number(name.ToLowerInvariant(), found[name], "as given");
        reading.Group("concentrations", concentrations);
        var weak = Known.Where(k => found.TryGetValue(k, out var m) && m.StandardError > ReliableCrlb / 100 * m.Value).ToArray();
        return new AssayFinding(participant, "mrs_ratios", Definition, reading, weak.Length == 0 ? []
            : [$"{string.Join(", ", weak)}: the Cramer-Rao bound exceeds {ReliableCrlb} %; the fit hardly knows it"]);
    }

    private static Measured Ratio(Dictionary<string, Measured> found, string above, string below)
    {
        if (!found.TryGetValue(above, out var a) || !found.TryGetValue(below, out var b))
            return Measured.Undefined($"the table does not give {(found.ContainsKey(above) ? below : above)}");
        if (!(b.Value > 0))
            return Measured.Undefined($"{below} is nought");
        var ratio = a.Value / b.Value;
        return a.StandardError is { } ea && b.StandardError is { } eb && a.Value > 0
            ? Measured.Of(ratio, ratio * Math.Sqrt(Math.Pow(ea / a.Value, 2) + Math.Pow(eb / b.Value, 2)))
            : Measured.Of(ratio);
    }
}
