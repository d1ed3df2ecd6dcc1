namespace Isonomia.Validation.Climbing;

/// <summary>A rung, climbed.</summary>
/// <param name="Rung">Which.</param>
/// <param name="Form">Quick or full.</param>
/// <param name="Seed">What its random numbers were made from.</param>
/// <param name="Outcomes">Its quantities in their order.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record RungReport(
    Rung Rung, Form Form, long Seed, IReadOnlyList<Outcome> Outcomes, double Seconds)
{
    /// <summary>Fail where a quantity fails; not run where none was; pass otherwise.</summary>
    public Verdict Verdict => Outcomes.Any(o => o.Verdict == Verdict.Fail) ? Verdict.Fail
        : Outcomes.Any(o => o.Verdict == Verdict.Pass) ? Verdict.Pass : Verdict.NotRun;
}
