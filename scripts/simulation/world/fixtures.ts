/** Classes that are compiled into the package for simulation. */
export const SIMULATION_FIXTURES = ['SetupConnections', 'HerdRequests', 'SimulationRequests'] as const;
