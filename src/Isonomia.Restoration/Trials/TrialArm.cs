using System.Collections.Immutable;
using System.Globalization;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Trials;

/// <summary>What a group of a trial is given.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Plan">What is given; nothing for sham.</param>
public sealed record TrialArm(string Name, Plan Plan)
{
    /// <summary>The arm in which nothing is given.</summary>
    public const string Sham = "sham";

    /// <summary>Whether nothing is given.</summary>
    public bool IsSham => Plan.Items.IsEmpty;

    /// <summary>Reads an arm: <c>sham</c>, <c>NAME</c> at its typical dose, <c>NAME:DOSE</c>, or several joined by +.</summary>
    /// <param name="text">The arm.</param>
    /// <param name="condition">Who is treated.</param>
    /// <exception cref="CatalogueException">There is no such intervention, it does nothing here, or the dose is not one of its.</exception>
    public static TrialArm Parse(string text, Condition condition)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(condition);
        return text == Sham
            ? new(text, new Plan([]))
            : new(text, new Plan([.. text.Split('+', StringSplitOptions.TrimEntries).Select(t => Item(t, condition))]));
    }

    private static DosedIntervention Item(string text, Condition condition)
    {
        var parts = text.Split(':');
        var intervention = CatalogueLibrary.FindIntervention(parts[0]);
        if (intervention.In(CatalogueModels.Corticothalamic) is null || !intervention.ActsOn(condition.Name))
            throw new CatalogueException($"'{intervention.Name}' does nothing to '{condition.Name}' in the corticothalamic field");
        var dosing = intervention.Dosing;
        if (parts.Length == 1)
            return new(intervention, dosing.Typical);
        return parts.Length == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var dose)
            && dose > 0 && dose <= dosing.Most
            ? new(intervention, dose)
            : throw new CatalogueException(string.Create(CultureInfo.InvariantCulture,
                $"'{text}': a dose from 0 to {dosing.Most} {dosing.Unit} was expected after {intervention.Name}, as in {intervention.Name}:{dosing.Typical}"));
    }
}
