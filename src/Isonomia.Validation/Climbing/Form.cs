namespace Isonomia.Validation.Climbing;

/// <summary>How much work a rung does.</summary>
public enum Form
{
    /// <summary>Seconds: fewer repetitions, shorter runs, smaller networks. What the test suite runs.</summary>
    Quick,

    /// <summary>As published, or with as many repetitions as the tolerance needs: minutes.</summary>
    Full,
}
