namespace Isonomia.Modeling.Integration;

/// <summary>How a block of differential equations is stepped.</summary>
public enum IntegrationMethod
{
    /// <summary>Chosen from the equations, and explained.</summary>
    Auto,

    /// <summary>The exact propagator of linear equations with constant coefficients ("exact").</summary>
    Exact,

    /// <summary>Exponential Euler for conditionally linear equations, order 1 ("exponential-euler").</summary>
    ExponentialEuler,

    /// <summary>Exponential midpoint for conditionally linear equations, order 2 ("exponential-midpoint").</summary>
    ExponentialMidpoint,

    /// <summary>
    /// The classical Runge-Kutta rule with the states' own decay taken exactly, order 4 ("exponential-rk4").
    /// </summary>
    ExponentialRungeKutta4,

    /// <summary>Forward Euler, order 1; Euler-Maruyama with noise ("euler").</summary>
    Euler,

    /// <summary>Heun, order 2; stochastic Heun (Stratonovich) with noise ("heun").</summary>
    Heun,

    /// <summary>The midpoint rule, order 2 ("rk2").</summary>
    RungeKutta2,

    /// <summary>The classical Runge-Kutta rule, order 4 ("rk4").</summary>
    RungeKutta4,

    /// <summary>Milstein for scalar multiplicative noise, strong order 1 ("milstein").</summary>
    Milstein,
}
