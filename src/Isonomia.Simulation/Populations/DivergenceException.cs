namespace Isonomia.Simulation.Populations;

/// <summary>A run that cannot go on because a cell's state has left the numbers.</summary>
public sealed class DivergenceException : Exception
{
    /// <summary>Says which state of which cell, and when.</summary>
    /// <param name="population">The population's name.</param>
    /// <param name="variable">The state.</param>
    /// <param name="cell">The cell's index.</param>
    /// <param name="time">Time in seconds at the start of the step that found it so.</param>
    /// <param name="value">What the state became: infinite or NaN.</param>
    public DivergenceException(string population, string variable, int cell, double time, double value)
        : base($"population '{population}': {variable} of cell {cell} became "
            + $"{(double.IsNaN(value) ? "not a number" : "infinite")} by t = {time * 1e3:0.####} ms; "
            + "try a smaller time step or another integrator, and check the parameters")
    {
        Population = population;
        Variable = variable;
        Cell = cell;
        Time = time;
    }

    /// <summary>The population's name.</summary>
    public string Population { get; }

    /// <summary>The state.</summary>
    public string Variable { get; }

    /// <summary>The cell's index.</summary>
    public int Cell { get; }

    /// <summary>Time in seconds at the start of the step that found it so.</summary>
    public double Time { get; }
}
