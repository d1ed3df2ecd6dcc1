namespace Isonomia.Validation.Climbing;

/// <summary>What came of comparing with a published value.</summary>
public enum Verdict
{
    /// <summary>Within what is accepted.</summary>
    Pass,

    /// <summary>Outside of it, or not a number.</summary>
    Fail,

    /// <summary>Not measured in this form of the rung.</summary>
    NotRun,
}
