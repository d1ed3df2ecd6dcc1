using System.Collections.Immutable;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Checks;

/// <summary>
/// Checks the signatures of an entry that must show in the corticothalamic field: in virtual persons with and without the
/// change, each of a size of its own. A direction holds if at least three quarters of them go there.
/// </summary>
public static class FieldChecks
{
    private const int Persons = 200;
    private const long Seed = 1;
    private const double LeastShare = 0.75;

    private static readonly Dictionary<string, string> Features = new(StringComparer.Ordinal)
    {
        ["alpha-frequency"] = "alpha_centre",
        ["exponent"] = "exponent",
        ["delta-power"] = "delta_power",
        ["theta-power"] = "theta_power",
        ["alpha-power"] = "alpha_power",
        ["beta-power"] = "beta_power",
        ["X"] = "X",
        ["Y"] = "Y",
        ["Z"] = "Z",
    };

    /// <summary>The biomarkers that can be checked in the field.</summary>
    public static IEnumerable<string> Biomarkers => Features.Keys.Append(StabilityMargin);

    private const string StabilityMargin = "stability-margin";

    /// <summary>Checks an entry.</summary>
    /// <param name="entry">The entry; an intervention is given at its typical dose.</param>
    /// <returns>One check for each signature that must show in the field.</returns>
    /// <exception cref="CatalogueException">A signature names a biomarker that the field does not have.</exception>
    public static ImmutableArray<SignatureCheck> Of(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var signatures = entry.Signatures.Where(s => s.Model == CatalogueModels.Corticothalamic).ToArray();
        if (signatures.Length == 0 || entry.In(CatalogueModels.Corticothalamic) is not { } mapping)
            return [];
        var pairs = PublishedPopulation.Pairs(mapping, Persons, Seed);
        return [.. signatures.Select(s => Check(s, pairs))];
    }

    private static SignatureCheck Check(Signature signature, (double[] Before, double[] After)[] pairs)
    {
        var observe = Observer(signature.Biomarker);
        var before = pairs.Select(p => observe(p.Before)).ToArray();
        var after = pairs.Select(p => observe(p.After)).ToArray();
        var share = before.Zip(after).Count(p => signature.Direction == Direction.Up ? p.Second > p.First : p.Second < p.First)
            / (double)pairs.Length;
        return new(signature, Median(before), Median(after), share, share >= LeastShare);
    }

    private static Func<double[], double> Observer(string biomarker)
    {
        var model = CorticothalamicModel.Instance;
        if (biomarker == StabilityMargin)
            return p => model.StabilityOf(p).Margin;
        if (!Features.TryGetValue(biomarker, out var feature))
        {
            throw new CatalogueException($"'{biomarker}' cannot be checked in the corticothalamic field; known: "
                + string.Join(", ", Biomarkers));
        }

        var index = SpectralFeatures.Names.ToList().IndexOf(feature);
        var (evaluation, measure) = (model.On(SpectralFeatures.Grid), new SpectralFeatures(model));
        var spectrum = new double[SpectralFeatures.Grid.Count];
        var features = new double[SpectralFeatures.Names.Count];
        return person =>
        {
            evaluation.TryEvaluate(person, spectrum, withGradient: false);
            measure.Compute(person, spectrum, features);
            return features[index];
        };
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
