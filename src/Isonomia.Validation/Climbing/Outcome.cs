namespace Isonomia.Validation.Climbing;

/// <summary>One quantity, compared.</summary>
/// <param name="Quantity">What was to be found.</param>
/// <param name="Accepted">What this form accepts.</param>
/// <param name="Finding">What was found; null where it was not run.</param>
/// <param name="Why">Why it was not run, or what a failing one was put down to; null where there is nothing to
/// say.</param>
public sealed record Outcome(RungQuantity Quantity, Criterion Accepted, Finding? Finding, string? Why)
{
    /// <summary>Pass, fail or not run.</summary>
    public Verdict Verdict => Finding is null ? Verdict.NotRun
        : Accepted.Accepts(Finding.Value) ? Verdict.Pass : Verdict.Fail;
}
