using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Individuals;

/// <summary>
/// Virtual persons: healthy adults, awake with eyes closed, scattered narrowly around the one published set of gains, with or
/// without a condition. The spread is an assumption (standard deviations of logarithms: gains 4 %, rates 3 %, conduction time
/// 2 %): as much as leaves conditions visible. Real persons, as far as they can be located, scatter more; for them there is
/// <see cref="Health.PublishedHealth.Adults"/>. Sets without a stable steady state are drawn again.
/// </summary>
public static class PublishedPopulation
{
    /// <summary>Where it is from, for reports.</summary>
    public const string Source = "the published eyes-closed set of the corticothalamic field (NFTsim, Sanz-Leon et al. 2018, "
        + "doi:10.1371/journal.pcbi.1006387) with an assumed spread: gains 4 %, rates 3 %, delay 2 %";

    private const double GainSpread = 0.04;
    private const double RateSpread = 0.03;
    private const double DelaySpread = 0.02;
    private const double Reach = 1.35;
    private const int MostTries = 10_000;

    private static readonly RandomPurpose Purpose = "healthy-person";

    /// <summary>The published set, in the order of the model's parameters.</summary>
    public static double[] Centre
    {
        get
        {
            var g = CorticothalamicSteadyState.EyesClosed;
            return [.. CorticothalamicModel.Instance.Parameters.Select(p => p.Name switch
            {
                "G_ee" => g.Ee,
                "G_ei" => g.Ei,
                "G_ese" => g.Ese,
                "G_esre" => g.Esre,
                "G_srs" => g.Srs,
                "alpha" => g.Alpha,
                "beta" => g.Beta,
                _ => g.Delay,
            })];
        }
    }

    /// <summary>
    /// The model within a factor of 1.35 of the published set (the delay within its own limits): a prior for persons who are
    /// known to be of this population, ill or not. Conditions displace gains by less.
    /// </summary>
    public static SpectralModel Prior { get; } = new LimitedModel(CorticothalamicModel.Instance,
        [
            .. CorticothalamicModel.Instance.Parameters.Zip(Centre, (p, centre) => p.Name == "t0"
                ? new ParameterBounds(p.Low, p.High)
                : new ParameterBounds(Math.Min(centre / Reach, centre * Reach), Math.Max(centre / Reach, centre * Reach))),
        ],
        "within a factor of 1.35 of the published eyes-closed set (NFTsim, Sanz-Leon et al. 2018)");

    /// <summary>Healthy persons.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The run's seed; person i is the same whatever the count.</param>
    public static double[][] Draw(int count, long seed) => Draw(null, count, seed);

    /// <summary>Persons with a condition, each of a size of its own.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The run's seed; person i is the same whatever the count.</param>
    /// <exception cref="CatalogueException">The condition is not defined in the corticothalamic field.</exception>
    public static double[][] Draw(Condition? condition, int count, long seed)
    {
        var mapping = condition?.In(CatalogueModels.Corticothalamic);
        if (condition is not null && mapping is null)
            throw new CatalogueException(Undefined(condition));
        return [.. Pairs(mapping, count, seed).Select(p => p.After)];
    }

    /// <summary>Persons before and after a change; both have a stable steady state.</summary>
    /// <param name="mapping">A condition, or an intervention at its typical dose; null for no change.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The run's seed; person i is the same whatever the count.</param>
    /// <exception cref="CatalogueException">Hardly anybody is stable after the change.</exception>
    public static (double[] Before, double[] After)[] Pairs(ModelMapping? mapping, int count, long seed)
    {
        var model = CorticothalamicModel.Instance;
        var evaluation = model.On(new FrequencyGrid(1, 1, 1));
        var displacement = mapping is null ? null : new Displacement(mapping, model);
        return [.. Enumerable.Range(0, count).Select(i => Person(i, seed, model, evaluation, displacement))];
    }

    /// <summary>The draws of a condition as an individual of whom no more is known.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="count">How many draws.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="CatalogueException">The condition is not defined in the corticothalamic field.</exception>
    public static Individual With(Condition condition, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(condition.Name, CorticothalamicModel.Instance, Draw(condition, count, seed));
    }

    private static (double[] Before, double[] After) Person(
        int index, long seed, CorticothalamicModel model, SpectralEvaluation evaluation, Displacement? displacement)
    {
        var random = new RandomStream(seed, Purpose, index);
        var spectrum = new double[1];
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var person = Centre;
            for (var k = 0; k < person.Length; k++)
                person[k] *= Math.Exp(Spread(model.Parameters[k]) * random.Normal());
            if (!IsAllowed(person, model) || !evaluation.TryEvaluate(person, spectrum, withGradient: false))
                continue;
            var after = (double[])person.Clone();
            displacement?.Apply(after, random);
            if (evaluation.TryEvaluate(after, spectrum, withGradient: false))
                return (person, after);
        }

        throw new CatalogueException($"none of {MostTries:N0} persons with this change has a stable steady state; "
            + "its changes are too large for the corticothalamic field");
    }

    private static double Spread(ModelParameter parameter) => parameter.Name switch
    {
        "alpha" or "beta" => RateSpread,
        "t0" => DelaySpread,
        _ => GainSpread,
    };

    private static bool IsAllowed(double[] person, CorticothalamicModel model)
    {
        for (var k = 0; k < person.Length; k++)
        {
            if (!model.BoundsOf(k, person).Holds(person[k]))
                return false;
        }

        return true;
    }

    private static string Undefined(Condition condition)
    {
        var models = string.Join(", ", condition.Models.Select(m => m.Model));
        return $"'{condition.Name}' is not defined in the corticothalamic field"
            + (models.Length > 0 ? $", only in {models}" : ": the catalogue gives no number for it")
            + $"; see 'isonomia catalogue {condition.Name}'";
    }
}
